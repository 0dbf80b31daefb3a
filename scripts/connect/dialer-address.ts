import { z } from 'zod';
import type { AppManifest } from '../app-manifest/app-manifest.ts';
import { type TwentyApi, TwentyRefused } from './twenty-api.ts';

/** A change of where the links of the app in Twenty lead. */
export interface AddressPlan {
  readonly applicationId: string;
  readonly from: string;
  readonly to: string;
}

const KEY = 'DIALER_URL';

/** Null when the links lead to `publicUrl` already, or nothing says where the dialer is. Twenty takes the app's own value once only. */
export const planAddress = async (
  admin: TwentyApi,
  { manifest, publicUrl }: { manifest: AppManifest; publicUrl: string | null },
): Promise<AddressPlan | null> => {
  if (publicUrl === null) return null;
  const ours = await applicationOf(admin, manifest.application.universalIdentifier);
  const variable = ours?.applicationVariables.find(({ key }) => key === KEY);
  if (!ours || variable === undefined || variable.value === publicUrl) return null;
  return { applicationId: ours.id, from: variable.value, to: publicUrl };
};

/** Null while the app is not in the workspace. */
const applicationOf = async (admin: TwentyApi, id: string): Promise<z.infer<typeof Application> | null> => {
  try {
    const { findOneApplication } = await admin.ask({
      at: 'metadata',
      query:
        'query ($id: UUID!) { findOneApplication(universalIdentifier: $id) { id applicationVariables { key value } } }',
      variables: { id },
      answer: z.object({ findOneApplication: Application }),
    });
    return findOneApplication;
  } catch (error) {
    if (error instanceof TwentyRefused && /not.?found/i.test(`${error.code} ${error.message}`)) return null;
    throw error;
  }
};

export const setAddress = async (admin: TwentyApi, { applicationId, to }: AddressPlan): Promise<void> => {
  await admin.ask({
    at: 'metadata',
    query:
      'mutation ($key: String!, $value: String!, $id: UUID!) { updateOneApplicationVariable(key: $key, value: $value, applicationId: $id) }',
    variables: { key: KEY, value: to, id: applicationId },
    answer: z.object({ updateOneApplicationVariable: z.boolean() }),
  });
};

const Application = z.object({
  id: z.string(),
  applicationVariables: z.array(z.object({ key: z.string(), value: z.string() })),
});
