import { definePageLayoutTab, PageLayoutTabLayoutMode, STANDARD_PAGE_LAYOUT } from 'twenty-sdk/define';
import { derivedId } from '../derived-id.ts';
import { INVERSE_FIELD, PERSON_CALLS_TAB_ID, VIEW } from '../identifiers.ts';

/** The tab *Calls* on a person's page: the list of the person's calls. */
export default definePageLayoutTab({
  universalIdentifier: PERSON_CALLS_TAB_ID,
  pageLayoutUniversalIdentifier: STANDARD_PAGE_LAYOUT.personRecordPage.universalIdentifier,
  title: 'Calls',
  icon: 'IconPhoneCall',
  // Twenty's own tabs stand at 10, 20, 30, …: after the timeline, so that nobody's first tab changes.
  position: 25,
  layoutMode: PageLayoutTabLayoutMode.VERTICAL_LIST,
  widgets: [
    {
      universalIdentifier: derivedId(PERSON_CALLS_TAB_ID, 'calls'),
      title: 'Calls',
      type: 'FIELD',
      configuration: {
        configurationType: 'FIELD',
        fieldMetadataId: INVERSE_FIELD.personPhoneCalls,
        fieldDisplayMode: 'TABLE',
        viewId: VIEW.personCalls,
      },
    },
  ],
});
