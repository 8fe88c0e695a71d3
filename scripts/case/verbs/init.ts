import { hubSettingsSchema } from '#coordination/hub-files.ts';
import { CaseError } from '../case-error.ts';
import { engineOf } from '../engine.ts';
import { requireFlag } from '../flag-values.ts';
import { hubFiles } from '../hub-template.ts';
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
      ...(flags.mode && { mode: flags.mode }),
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
        value: '',
        nearest: '',
        choices: issue?.message ?? '',
      });
    }
    if ((await host.findHead(hubRepo, 'main')) !== undefined)
      throw new CaseError('hub-exists', { repo: hubRepo });
    await carryOut(desk, {
      heading: hubRepo,
      steps: [
        {
          does: words.steps.makeHub(hubRepo),
          perform: async () => {
            await host.ensurePrivateRepo(
              hubRepo,
              hubFiles(desk.environment.root, settings, engineOf(desk.environment, parsed.data)),
            );
          },
        },
      ],
    });
    return 0;
  },
});
