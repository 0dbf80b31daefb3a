import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppManifest, ManifestField } from '../app-manifest/app-manifest.ts';
import type { WorkspaceField, WorkspaceObject } from './workspace-objects.ts';

interface Option {
  readonly id: string;
  readonly value: string;
  readonly label: string;
  readonly color: string;
  readonly position: number;
}

/** An option that people added to a select of ours in Twenty. */
export interface OwnOption {
  /** For example `phoneCall.outcome`. */
  readonly field: string;
  /** Options of the same field in the app, by which its definition is found. */
  readonly beside: readonly string[];
  readonly option: Option;
  /** The app's option of the same value, whose place it takes: Twenty tells options by id and would empty the field. */
  readonly replaces: string | null;
}

/**
 * Options of our selects that the workspace has and the app has not. Applying the app as it is would remove them, and
 * Twenty then empties the field of every record that uses one, without a word in its plan.
 */
export const ownOptionsOf = (
  manifest: AppManifest,
  workspace: readonly WorkspaceObject[],
): readonly OwnOption[] =>
  [...manifest.objects, ...manifest.standardObjects].flatMap((object) =>
    object.fields.flatMap((field) => {
      const there = workspace
        .find((candidate) => candidate.nameSingular === object.nameSingular)
        ?.fieldsList.find((candidate) => candidate.name === field.name);
      return there === undefined
        ? []
        : ownOptionsOfField(`${object.nameSingular}.${field.name}`, field, there);
    }),
  );

const ownOptionsOfField = (name: string, field: ManifestField, there: WorkspaceField): OwnOption[] => {
  const ours = field.options ?? [];
  if (ours.length === 0) return [];
  const ids = new Set(ours.map((option) => option.id));
  const taken = new Set(ours.map((option) => option.position));
  return (there.options ?? []).flatMap((option) => {
    if (!option.id || ids.has(option.id)) return [];
    const same = ours.find(({ value }) => value === option.value);
    let position = same?.position ?? option.position ?? 0;
    while (same === undefined && taken.has(position)) position += 1;
    taken.add(position);
    const { id, value, label, color } = option;
    return [
      {
        field: name,
        beside: [...ids],
        option: { id, value, label, color: color ?? 'gray', position },
        replaces: same?.id ?? null,
      },
    ];
  });
};

/**
 * A copy of the app's folder whose definitions also hold these options, so that applying it keeps them.
 * @returns the folder, and how to remove it
 */
export const withOwnOptions = (
  appFolder: string,
  own: readonly OwnOption[],
): { readonly folder: string; readonly remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'twenty-dialer-app-'));
  for (const name of readdirSync(appFolder)) {
    if (name === 'node_modules' || name === '.twenty') continue;
    cpSync(join(appFolder, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(appFolder, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const one of own) addTo(definitionOf(join(folder, 'src', 'options'), one), one);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

/** The file that lists the options of the same field. */
const definitionOf = (optionsFolder: string, { field, beside }: OwnOption): string => {
  const file = readdirSync(optionsFolder)
    .map((name) => join(optionsFolder, name))
    .find((path) => beside.some((id) => readFileSync(path, 'utf8').includes(id)));
  if (file === undefined) throw new Error(`The definition of the options of ${field} was not found.`);
  return file;
};

const addTo = (file: string, { option, replaces }: OwnOption): void => {
  const text = readFileSync(file, 'utf8');
  const list = /export const (\w+_OPTIONS)\b/.exec(text)?.[1];
  if (list === undefined) throw new Error(`${file} exports no list of options.`);
  writeFileSync(
    file,
    replaces === null
      ? `${text}\n${list}.push(${JSON.stringify(option)} as (typeof ${list})[number]);\n`
      : text.replace(replaces, option.id),
  );
};
