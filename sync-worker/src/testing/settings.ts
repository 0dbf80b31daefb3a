import { OUTCOMES, type WorkspaceSettings } from '@twenty-dialer/contract';

/** Settings with which every call earns and nobody's number is the team's own. */
export const USUAL_SETTINGS: WorkspaceSettings = {
  outcomes: OUTCOMES.map(({ key }) => key),
  xp: { manual: true, entered: true, practice: true },
  ownNumbers: [],
  alerts: { waitingMinutes: 15, deadLetters: 0 },
};

/** Settings that nobody changes, for what asks for those in force. */
export const settled = (settings: Partial<WorkspaceSettings> = {}) => ({
  of: async (): Promise<WorkspaceSettings> => ({ ...USUAL_SETTINGS, ...settings }),
});
