import { mayHold } from '../may-hold.ts';
import type { Rule } from '../rule.ts';

/** What people write where a value is still to come. */
export const placeholderPattern =
  /\bCVE-(?:(?=\d*[XNY])[\dXNY]{4}-[\dXN]+|\d{4}-(?:X+|N+)|\d{4}-0{4,}(?!\d))|\b[A-Z]{2,}#(?:0{4,}(?!\d)|\d?X{3,})|\b(?:TODO|FIXME|TBD|XXX+)\b/gu;

export const placeholder: Rule = {
  code: 'TXT003',
  severity: 'error',
  text: {
    ja: {
      title: '書きかけの印が残っています',
      what: '「{text}」が残っています。',
      why: '書きかけの情報がそのまま公開されます。',
      remedy: '本当の値を書くか、その部分を消してください。',
    },
    en: {
      title: 'Placeholder',
      what: '“{text}” still stands here.',
      why: 'The unfinished text would be published as it is.',
      remedy: 'Write the real value, or take the part out.',
    },
  },
  isLocal: true,
  *check({ content, files, frontMatter, prose }) {
    const suspects = files.filter((entry) => mayHold(entry, placeholderPattern));
    for (const { file } of [...suspects, ...content.pages]) {
      for (const text of [frontMatter(file), prose(file)]) {
        for (const { 0: found, index } of text.matchAll(placeholderPattern)) {
          yield { file, offset: index, params: { text: found } };
        }
      }
    }
  },
};
