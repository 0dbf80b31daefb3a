const VERSIONS_1_TO_5 = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Twenty takes UUIDs of version 1 to 5; 6, 7, 8 and nil are refused. */
export const isUuid = (value: unknown): value is string =>
  typeof value === 'string' && VERSIONS_1_TO_5.test(value);
