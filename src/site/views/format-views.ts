import type { Advisory } from '#catalog/catalog.ts';
import type { Language } from '#domain/language.ts';
import { wordsOf } from '#i18n/words.ts';
import type { ExportPlan } from '../exports/plan-exports.ts';
import { FORMAT_NAMES, type PlannedFormat } from '../exports/planned-format.ts';
import type { FormatView } from '../advisory-view.ts';
import type { SiteIndex } from '../site-index.ts';
import type { FeedsView, FileLink } from '../view.ts';

/** The files of an advisory by format, as they are planned; a file of all languages is known by its name. */
export function toFormatViews(planned: readonly PlannedFormat[]): FormatView[] {
  return [...Map.groupBy(planned, ({ format }) => format)].map(([format, files]) => ({
    format,
    files: files.map(({ address, type, language }) => ({
      ...{ address, type },
      ...(language === undefined ? { name: fileNameOf(address) } : { language }),
    })),
  }));
}

/** The same for the head of the page in one language: in each format the files in it or in all, or else the first. */
export function toFormatLinks(
  exports: ExportPlan,
  advisory: Advisory,
  language: Language,
): readonly FileLink[] {
  const { names } = wordsOf(language).formats;
  const byFormat = Map.groupBy(exports.formatsOf(advisory), ({ format }) => format);
  return [...byFormat.values()].flatMap((files) => {
    const own = files.filter((file) => file.language === undefined || file.language === language);
    const chosen = own.length > 0 ? own : files.slice(0, 1);
    return chosen.map(({ format, address, type }) => ({ title: names[format], address, type }));
  });
}

/** How many advisories stand in each format, with the first file of the newest of them; nothing without formats. */
export function toOfferedFormats({ catalog }: SiteIndex, exports: ExportPlan): FeedsView['formats'] {
  if (exports.formats.length === 0) return [];
  const firsts = catalog.advisories.flatMap((advisory) => {
    const byFormat = Map.groupBy(exports.formatsOf(advisory), ({ format }) => format);
    return [...byFormat.values()].flatMap(([first]) => first ?? []);
  });
  const found = Map.groupBy(firsts, ({ format }) => format);
  return FORMAT_NAMES.map((format) => {
    const [newest] = found.get(format) ?? [];
    return {
      format,
      count: found.get(format)?.length ?? 0,
      ...(newest && { example: { address: newest.address, type: newest.type } }),
    };
  });
}

function fileNameOf(address: string): string {
  return decodeURIComponent(address.slice(address.lastIndexOf('/') + 1));
}
