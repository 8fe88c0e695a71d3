/** Pictures only; SVG is left out because it runs scripts when it is opened by itself. */
const PICTURE = /\.(?:png|jpe?g|gif|webp|avif)$/i;

/** A path segment: letters, digits and a few marks, never hidden and never `..`. */
const SEGMENT = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}._ -]*$/u;

const MAX_PATH_LENGTH = 255;

/**
 * The destination of an image → its path below the advisory's own folder, or undefined if it may lead anywhere else.
 * Percent-escapes are resolved once, as a browser does, before the path is judged.
 */
export function checkImage(url: string, folder: string): string | undefined {
  const written = decodePath(url)?.replace(/^\.\//, '');
  const start = folder === '' ? '' : `${folder}/`;
  const path = written?.startsWith(start) === true ? written.slice(start.length) : undefined;
  if (path === undefined || path.length > MAX_PATH_LENGTH || !PICTURE.test(path)) return undefined;
  return path.split('/').every((segment) => SEGMENT.test(segment)) ? path : undefined;
}

function decodePath(url: string): string | undefined {
  try {
    return decodeURIComponent(url);
  } catch {
    return undefined;
  }
}
