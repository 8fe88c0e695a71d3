import { renderCase } from '#coordination/render-case.ts';
import { loadCases, requireCase } from '../desk.ts';
import { readChoice } from '../flag-values.ts';
import { formatJson } from '../format-json.ts';
import { defineVerb } from '../verb.ts';

/** `show`: all that is known of one case: its dates, rooms, vendors with their answers, and what happened. */
export const show = defineVerb({
  flags: { format: 'string' },
  words: [1, 1],
  run: async (desk, { flags, words: [code = ''] }) => {
    const format = readChoice(flags.format ?? 'text', '--format', ['text', 'json'] as const);
    const { environment, host, site } = desk;
    const cases = await loadCases(desk);
    const record = requireCase(cases, code);
    const entries = cases.entries.get(code) ?? [];
    environment.out(
      format === 'json'
        ? formatJson({ record, entries })
        : renderCase(record, entries, {
            language: environment.language,
            settings: site,
            now: environment.now(),
            addressOf: ({ repo, pull }) => host.pullAddress(repo, pull),
          }),
    );
    return 0;
  },
});
