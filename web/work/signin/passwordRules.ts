export type Rule = 'length' | 'noName' | 'same';

/** Which rules a new password fulfils, for the list beside the field. The same as on the server, which decides. */
export function passwordRules(
  password: string,
  repeated: string,
  about: { userName: string; institute: string; instituteName: string; minimumLength: number },
): Record<Rule, boolean> {
  const plain = password.toLowerCase();
  return {
    length: password.length >= about.minimumLength,
    noName: password !== '' && !nameParts(about).some((part) => plain.includes(part)),
    same: password !== '' && password === repeated,
  };
}

/** Parts of names shorter than this say nothing. */
const shortestPart = 4;

function nameParts(about: { userName: string; institute: string; instituteName: string }): string[] {
  const local = about.userName.split('@')[0] ?? '';
  return [...local.split(/[._+-]/), local, about.institute, ...about.instituteName.split(/[ -]/)]
    .map((part) => part.toLowerCase())
    .filter((part) => part.length >= shortestPart);
}
