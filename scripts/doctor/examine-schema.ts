import { missingInWorkspace } from '../connect/compare-objects.ts';
import { ownOptionsOf } from '../connect/own-options.ts';
import { objectsOf } from '../connect/workspace-objects.ts';
import { anyApi } from './app-api.ts';
import type { DoctorDeps } from './deps.ts';
import { type Finding, ill, notExamined, well } from './finding.ts';

/** The workspace has what the dialer writes and reads. Options that people added are theirs, and only counted. */
export const examineSchema = async (deps: DoctorDeps): Promise<Finding> => {
  const twenty = await anyApi(deps);
  if (twenty === null) return notExamined('There are neither credentials of the app nor a key to ask with.');
  const objects = await objectsOf(twenty);
  const missing = missingInWorkspace(deps.manifest, objects);
  if (missing.length > 0) {
    return ill(
      missing.join('\n'),
      'Run npm run connect: it installs or upgrades the app. What was deactivated or changed by hand is set back in Twenty under Settings, Data model.',
    );
  }
  const own = ownOptionsOf(deps.manifest, objects).length;
  const fields = deps.manifest.objects.reduce((sum, object) => sum + object.fields.length, 0);
  return well(
    `${deps.manifest.objects.length} objects and ${fields} fields are as the dialer needs them${own ? `, and ${own} options are of your own` : ''}.`,
  );
};
