import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/** How fast the sandbox answers: as it can, or as a real Twenty was seen to. */
export const PACES = ['instant', 'real'] as const;
export type Pace = (typeof PACES)[number];

/**
 * Milliseconds that a real Twenty takes for this answer: medians seen on 2.31 with two cores for upserts of notes (1, 10,
 * 60 and 200 rows), an upsert of 60 calls, lists of 60 rows, and of one. In between a straight line. Root fields run in
 * parallel there, so the slowest one counts.
 */
export const realMs = (body: JsonObject): number => {
  const data = isJsonObject(body.data) ? body.data : {};
  return Math.max(QUICK_MS, ...Object.entries(data).map(([root, value]) => msOfRoot(root, value)));
};

const QUICK_MS = 5;
const NOTES: Curve = [
  [1, 37],
  [10, 78],
  [60, 155],
  [200, 374],
];
const LIST: Curve = [
  [1, QUICK_MS],
  [60, 18],
];
/** Rows without Markdown: 60 calls took 100 ms, 60 notes 155. */
const WITHOUT_MARKDOWN = 100 / 155;

type Curve = readonly (readonly [rows: number, ms: number])[];

const msOfRoot = (root: string, value: Json): number => {
  if (Array.isArray(value))
    return onCurve(NOTES, value.length) * (/Notes?$/.test(root) ? 1 : WITHOUT_MARKDOWN);
  if (isJsonObject(value) && Array.isArray(value.edges)) return onCurve(LIST, value.edges.length);
  return QUICK_MS;
};

/** Beyond the last point it goes on as steeply as before it. */
const onCurve = (curve: Curve, rows: number): number => {
  const next = curve.findIndex(([upTo]) => rows <= upTo);
  const end = next === -1 ? curve.length - 1 : Math.max(1, next);
  const [fromRows, fromMs] = curve[end - 1] ?? [0, 0];
  const [toRows, toMs] = curve[end] ?? [1, 0];
  const share = (Math.max(rows, 1) - fromRows) / (toRows - fromRows);
  return fromMs + share * (toMs - fromMs);
};
