/** What an activation link holds behind its `#`: `institute/token`. That part of an address never reaches a server
 * or its logs. */
export function activationLink(hash: string): { institute: string; token: string } {
  const [institute = '', token = ''] = hash.replace(/^#/, '').split('/');
  return { institute: decoded(institute), token: decoded(token) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A damaged link: the server will say that it is not valid.
    return text;
  }
}
