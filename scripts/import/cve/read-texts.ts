import { LANGUAGES, type Language } from '#domain/language.ts';
import { drop, items, member, type Place, retell, tell, text } from '#formats/foreign/foreign-document.ts';
import { markdownFromHtml } from '../prose/from-html.ts';
import { markdownFromText } from '../prose/from-text.ts';

/** A text of a record: as Markdown, and as it was written where that was plain. */
interface ReadText {
  readonly markdown: string;
  readonly plain: string;
}

export type TextsByLanguage = Readonly<Partial<Record<Language, readonly ReadText[]>>>;

/**
 * Texts in several languages (CVE Record Format 5.1, `descriptions`, `solutions`, …). The plain value is the text; its
 * twin in HTML is read only where there is no plain one. Other languages than Japanese and English are left out.
 */
export function readTexts(container: Place, key: string): TextsByLanguage {
  const read: Partial<Record<Language, ReadText[]>> = {};
  for (const place of items(container, key)) {
    const language = languageOf(place);
    if (language === undefined) drop(place, 'language');
    else {
      const found = readText(place);
      if (found !== undefined) (read[language] ??= []).push(found);
    }
  }
  return read;
}

/** The language of a text by its tag (BCP 47, or the three letters of old records); English where there is no tag. */
export function languageOf(place: Place): Language | undefined {
  const tag = text(place, 'lang') ?? 'en';
  const word = tag.toLowerCase().split(/[-_]/u)[0] ?? '';
  const short = { eng: 'en', jpn: 'ja', jp: 'ja' }[word] ?? word;
  return LANGUAGES.find((language) => language === short);
}

function readText(place: Place): ReadText | undefined {
  const media = items(place, 'supportingMedia');
  const value = text(place, 'value');
  if (value !== undefined) {
    for (const each of media) drop(each, 'duplicate');
    return { markdown: markdownFromText(value), plain: value };
  }
  const html = media.find(isHtml);
  for (const each of media) if (each !== html) drop(each, 'no-place');
  return html === undefined ? undefined : readHtml(html);
}

function isHtml(media: Place): boolean {
  const type = member(media, 'type').value;
  return typeof type === 'string' && /^text\/html\b/iu.test(type) && member(media, 'base64').value !== true;
}

function readHtml(media: Place): ReadText | undefined {
  tell(media);
  const { markdown } = markdownFromHtml(text(media, 'value') ?? '');
  if (markdown.trim() === '') return undefined;
  retell(member(media, 'value'), markdown);
  return { markdown, plain: markdown.replaceAll('\\', '') };
}
