import { createHash } from 'node:crypto';
import { armor, Encrypter } from 'age-encryption';

/** A report or an answer as it arrived. */
export interface PlainOriginal {
  /** The code of its case. */
  code: string;
  /** Which original of the case it is, from 1. */
  number: number;
  bytes: Uint8Array;
  /** age public keys: `age1…`. */
  recipients: readonly string[];
}

/** An original as the hub keeps it. */
export interface EncryptedOriginal {
  /** `originals/<code>/<number>.age` */
  path: string;
  /** SHA-256 of the plain bytes, hex. */
  sha256: string;
  /** The armoured age file (age-encryption.org/v1). */
  text: string;
}

/** There is no key to encrypt to, or one that is none (`recipient`, a public key and no secret). */
export class RecipientError extends Error {
  readonly recipient: string | undefined;

  constructor(recipient?: string) {
    super('There is no key to which originals could be encrypted.');
    this.recipient = recipient;
  }
}

/**
 * Encrypts to all recipients: each of them alone can read it, and we cannot.
 * @throws {RecipientError} without recipients, or when one of them is no age public key
 */
export async function encryptOriginal({
  code,
  number,
  bytes,
  recipients,
}: PlainOriginal): Promise<EncryptedOriginal> {
  if (recipients.length === 0) throw new RecipientError();
  const encrypter = new Encrypter();
  for (const recipient of recipients) addRecipient(encrypter, recipient);
  return {
    path: originalPath(code, number),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    text: armor.encode(await encrypter.encrypt(bytes)),
  };
}

/** Where the hub keeps an original of a case. */
export function originalPath(code: string, number: number): string {
  return `originals/${code}/${number}.age`;
}

function addRecipient(encrypter: Encrypter, recipient: string): void {
  try {
    encrypter.addRecipient(recipient);
  } catch {
    throw new RecipientError(recipient);
  }
}
