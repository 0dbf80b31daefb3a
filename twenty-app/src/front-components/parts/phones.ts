/** A number as people read it, and as it is dialed; null where Twenty keeps it without a country. */
export interface PersonPhone {
  readonly shown: string;
  readonly e164: string | null;
}

interface TwentyPhones {
  readonly primaryPhoneNumber?: string | null | undefined;
  readonly primaryPhoneCallingCode?: string | null | undefined;
  readonly additionalPhones?: readonly OtherPhone[] | null | undefined;
}

interface OtherPhone {
  readonly number?: string | null | undefined;
  readonly callingCode?: string | null | undefined;
}

/** A person's numbers, the primary one first, each once. Twenty keeps the country's code apart from the rest. */
export const phonesOf = (phones: TwentyPhones | null | undefined): PersonPhone[] => {
  const all = [
    { number: phones?.primaryPhoneNumber, callingCode: phones?.primaryPhoneCallingCode },
    ...(phones?.additionalPhones ?? []),
  ];
  const found = all.flatMap(({ number, callingCode }) => {
    const digits = (number ?? '').replace(/\D/g, '');
    if (digits === '') return [];
    const e164 = `${callingCode ?? ''}${digits}`;
    const isWhole = /^\+[1-9]\d{1,14}$/.test(e164);
    return [{ shown: isWhole ? `${callingCode} ${number}` : (number ?? ''), e164: isWhole ? e164 : null }];
  });
  return found.filter((one, index) => found.findIndex(({ shown }) => shown === one.shown) === index);
};
