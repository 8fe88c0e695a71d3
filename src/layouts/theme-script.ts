/**
 * Applies the reader's stored choice before the first paint, so that a dark page never flashes white. The only script that
 * stands inside a page: 200 bytes at most. Without a choice, or where storage is refused, the system's preference holds.
 */
export const themeScript =
  "try{let t=localStorage.theme;if(t=='light'||t=='dark')document.documentElement.dataset.theme=t}catch{}";

/** What lets this very script, and no other, pass the Content-Security-Policy. */
export const themeScriptHash = 'sha256-Vflkjy5rxoBou6V5NS5k2CpoyXk6ry+ikzuFdU8TfHg=';
