import remarkValidateLinks from 'remark-validate-links';

/** Links between our own documents must lead somewhere; the web's are not ours to check. */
export default { plugins: [[remarkValidateLinks, { repository: false }]] };
