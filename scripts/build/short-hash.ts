import { hash } from 'node:crypto';

/** 144 bits of SHA-256: far beyond accident, short enough for a memory of many thousand outputs. */
export function shortHash(content: string | Uint8Array): string {
  return hash('sha256', content, 'base64url').slice(0, 24);
}
