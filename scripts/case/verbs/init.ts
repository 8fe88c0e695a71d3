import { hubSettingsSchema, ROOM_MODES } from '#coordination/hub-files.ts';
import { CaseError } from '../case-error.ts';
import type { Desk } from '../desk.ts';
import { engineOf } from '../hub/engine.ts';
import { readChoice, requireFlag } from '../flag-values.ts';
import { hubFiles } from '../hub/hub-template.ts';
import { SETTINGS_FILE } from '../hub/parse-hub.ts';
import { carryOut } from '../plan.ts';
import { defineVerb } from '../verb.ts';

/** `init`: makes a hub: a private repository with its settings and a place for everything. */
export const init = defineVerb({
  flags: {
    site: 'string',
    rooms: 'string',
    mode: 'string',
    bot: 'string',
    coordinator: 'strings',
    recipient: 'strings',
    approvals: 'string',
  },
  words: [0, 0],
  run: async (desk, { flags }) => {
    const { host, hubRepo, words } = desk;
    if (hubRepo === '') throw new CaseError('no-hub');
    const settings = {
      site: requireFlag(flags.site, '--site'),
      rooms: flags.rooms ?? hubRepo.split('/')[0],
      ...(flags.mode && { mode: readChoice(flags.mode, '--mode', ROOM_MODES) }),
      bot: requireFlag(flags.bot, '--bot'),
      coordinators: requireFlag(flags.coordinator, '--coordinator'),
      ...(flags.approvals && { approvals: flags.approvals }),
      recipients: flags.recipient ?? [],
    };
    const parsed = hubSettingsSchema.safeParse(settings);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new CaseError('unknown-value', {
        flag: `--${String(issue?.path[0] ?? '')}`,
        value: String(settings[issue?.path[0] as keyof typeof settings]),
        nearest: '',
        choices: issue?.message ?? '',
      });
    }
    const files = hubFiles(desk.environment.root, settings, engineOf(desk.environment, parsed.data));
    await assertOurs(desk, files, { isMade: false });
    await carryOut(desk, {
      heading: hubRepo,
      steps: [
        {
          does: words.steps.makeHub(hubRepo),
          perform: async () => {
            await host.ensurePrivateRepo(hubRepo, files);
            await assertOurs(desk, files, { isMade: true });
          },
        },
      ],
    });
    return 0;
  },
});

/**
 * The same settings again complete a hub that was half made; others, or a repository of somebody's, are left alone.
 * @throws {CaseError} `hub-exists`
 */
async function assertOurs(
  { host, hubRepo }: Desk,
  files: ReadonlyMap<string, string>,
  { isMade }: { isMade: boolean },
): Promise<void> {
  const head = await host.findHead(hubRepo, 'main');
  const settings =
    head === undefined ? undefined : (await host.readFiles(hubRepo, head, SETTINGS_FILE)).get(SETTINGS_FILE);
  if (settings === undefined && !isMade) return;
  if (settings !== files.get(SETTINGS_FILE)) throw new CaseError('hub-exists', { repo: hubRepo });
}
