/** Who works in the sheet: the address Google vouches for, or the name the user gave. */
import type { UserJson } from "./protocol.ts";

const NAME = "user.name";

export function currentUser(): UserJson {
  const address = addressOfUser();
  if (address !== "") return { name: address, verified: true };
  return { name: PropertiesService.getUserProperties().getProperty(NAME) ?? "", verified: false };
}

/** As the log and the Imports tab write it. */
export function userName(): string {
  const { name, verified } = currentUser();
  if (verified) return name;
  return name === "" ? "unverified" : `${name} (unverified)`;
}

/** Remembers the name a user gives, for this user and every sheet of theirs. */
export function nameUser(name: string): void {
  PropertiesService.getUserProperties().setProperty(NAME, name);
}

/** "" where the user did not allow it, or Google does not tell (another Workspace domain). */
function addressOfUser(): string {
  try {
    return Session.getActiveUser().getEmail();
  } catch {
    return "";
  }
}
