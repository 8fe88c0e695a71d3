import type { Instant } from '#domain/dates.ts';

/** One comment of a room's pull request, as the host gives it. Whatever it says is untrusted. */
export interface RoomComment {
  /** owner/name of the room. */
  repo: string;
  id: number;
  /** Login in lower case. */
  author: string;
  isBot: boolean;
  body: string;
  createdAt: Instant;
  updatedAt: Instant;
  /** Who edited it last, in lower case; absent when nobody did. */
  editedBy?: string;
}

/** Who may say what in a room. Made from the hub's data, never from what the host says of an author. */
export interface Participants {
  /** Logins of coordinators, lower case. */
  coordinators: ReadonlySet<string>;
  /** Login (lower case) → the vendor for which it speaks in this case. */
  vendorOf: ReadonlyMap<string, string>;
  /** The login under which our own program writes, lower case. */
  bot: string;
}
