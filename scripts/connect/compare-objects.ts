import type { AppManifest, ManifestField } from '../app-manifest/app-manifest.ts';
import type { WorkspaceField, WorkspaceObject } from './workspace-objects.ts';

type Objects = readonly WorkspaceObject[];

/** What the dialer needs and the workspace lacks, in words; empty when all is there. */
export const missingInWorkspace = (manifest: AppManifest, workspace: Objects): string[] =>
  withStandardObjects(manifest).flatMap((object) => {
    const found = workspace.find((candidate) => candidate.nameSingular === object.nameSingular);
    if (found === undefined) return [`The object ${object.nameSingular} is not there.`];
    return object.fields.flatMap((field) => {
      const name = `${object.nameSingular}.${field.name}`;
      const there = found.fieldsList.find((candidate) => candidate.name === field.name);
      return there === undefined ? [`${name} is not there.`] : faultsOf(name, field, there);
    });
  });

/** Our objects, and Twenty's own with the fields that we add. */
const withStandardObjects = ({ objects, standardObjects }: AppManifest) => [...objects, ...standardObjects];

const faultsOf = (name: string, field: ManifestField, there: WorkspaceField): string[] => {
  if (there.type !== field.type) return [`${name} is of type ${there.type}; the dialer needs ${field.type}.`];
  const faults: string[] = [];
  if (field.isUnique && there.isUnique !== true) faults.push(`${name} is not unique.`);
  const values = new Set(there.options?.map((option) => option.value));
  const lacking = (field.options ?? []).filter((option) => !values.has(option.value));
  if (lacking.length > 0)
    faults.push(`${name} lacks the options ${lacking.map((one) => one.value).join(', ')}.`);
  const { relation } = field;
  if (relation !== undefined && there.settings?.joinColumnName !== relation.joinColumnName) {
    faults.push(`${name} has no ${relation.joinColumnName}.`);
  }
  const target = there.relation?.targetObjectMetadata.nameSingular;
  if (relation !== undefined && target !== relation.targetObject) {
    faults.push(`${name} points at ${target ?? 'nothing'}; the dialer needs ${relation.targetObject}.`);
  }
  return faults;
};
