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

/** Nobody could ever read what was to be encrypted. */
export class NoRecipientsError extends Error {
  constructor() {
    super('There is no key to which originals could be encrypted.');
  }
}

/**
 * Encrypts to all recipients: each of them alone can read it, and we cannot.
 * @throws {NoRecipientsError} without recipients
 * @throws when a recipient is no age public key
 */
export async function encryptOriginal({
  code,
  number,
  bytes,
  recipients,
}: PlainOriginal): Promise<EncryptedOriginal> {
  if (recipients.length === 0) throw new NoRecipientsError();
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return {
    path: `originals/${code}/${number}.age`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    text: armor.encode(await encrypter.encrypt(bytes)),
  };
}
