import { createMessage, type PublicKey, readKey, readSignature, verify } from 'openpgp';

/** A public key that signatures are checked against. */
export interface Verifier {
  /** 40 upper-case hex digits. */
  fingerprint: string;
  /** Whether a detached, ASCII-armored signature was made by this key over exactly these bytes, and not after `now`. */
  verifies: (signature: string, bytes: Uint8Array, now: Date) => Promise<boolean>;
}

/** Reads an ASCII-armored public key; nothing when it is none. */
export async function openVerifier(armored: string): Promise<Verifier | undefined> {
  const found = await readKey({ armoredKey: armored }).catch(() => undefined);
  if (found === undefined || found.isPrivate()) return undefined;
  const key = found.toPublic();
  return {
    fingerprint: key.getFingerprint().toUpperCase(),
    verifies: (signature, bytes, now) => verifyWith(key, signature, bytes, now),
  };
}

async function verifyWith(key: PublicKey, armored: string, bytes: Uint8Array, now: Date): Promise<boolean> {
  try {
    const message = await createMessage({ binary: bytes });
    const signature = await readSignature({ armoredSignature: armored });
    const { signatures } = await verify({ message, signature, verificationKeys: key, date: now });
    const [only, ...others] = signatures;
    return others.length === 0 && (await only?.verified) === true;
  } catch {
    // Whatever cannot be read or does not fit is no signature of these bytes.
    return false;
  }
}
