// A real SMTP server for tests. Options as JSON in the first argument; prints its port, then what happens, as one JSON
// object a line. The recipient's local part says how it behaves; a line "drop" on stdin closes every connection.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { SMTPServer } from 'smtp-server';

const options = JSON.parse(process.argv[2]);
const sockets = new Set();
const tell = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);
const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });
const local = (address) => address.address.split('@')[0];
const never = () => {};

const atRecipient = {
  unknown: () => refusal(550, '5.1.1 <unknown@kunde.example> no such user'),
  unknown550: () => refusal(550, 'mailbox not available'),
  moved: () => refusal(551, 'user not local'),
  closed: () => refusal(550, '5.2.1 mailbox disabled'),
  full: () => refusal(552, '5.2.2 mailbox full'),
  policy: () => refusal(550, '5.7.1 relaying denied'),
  greylisted: () => refusal(451, '4.7.1 try again later'),
};
const afterData = {
  content: () => refusal(554, '5.7.1 looks like spam'),
  content550: () => refusal(550, 'refused'),
  later: () => refusal(452, '4.3.1 no space'),
};

const server = new SMTPServer({
  secure: options.implicit ?? false,
  ...(options.cert ? { cert: readFileSync(options.cert), key: readFileSync(options.key) } : {}),
  hideSTARTTLS: options.noTls ?? false,
  disabledCommands: options.noTls ? ['STARTTLS'] : [],
  hidePIPELINING: options.noPipelining ?? false,
  hideSMTPUTF8: options.noUtf8 ?? false,
  hideENHANCEDSTATUSCODES: true,
  authMethods: options.authMethods ?? ['PLAIN', 'LOGIN'],
  authOptional: !options.password,
  size: options.size,
  disableReverseLookup: true,
  socketTimeout: 60_000,
  closeTimeout: 100,
  onConnect: (session, done) => {
    tell({ event: 'connected', session: session.id });
    done(options.closedDoor ? refusal(554, '5.3.2 no service') : null);
  },
  onSecure: (socket, session, done) => done(),
  onAuth: (auth, session, done) => {
    const ok = auth.username === options.user && auth.password === options.password;
    tell({
      event: 'signIn',
      session: session.id,
      ok,
      secure: session.secure,
      method: auth.method,
    });
    done(ok ? null : refusal(535, '5.7.8 wrong'), ok ? { user: auth.username } : undefined);
  },
  onMailFrom: (address, session, done) =>
    done(local(address) === 'refused' ? refusal(550, '5.7.1 sender refused') : null),
  onRcptTo: (address, session, done) => {
    if (local(address) === 'silent') return never();
    if (local(address) === 'dropped') return closeAll();
    return done(atRecipient[local(address)]?.() ?? null);
  },
  onData: (stream, session, done) => {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map((r) => r.address);
      const name = to[0].split('@')[0];
      tell({
        event: 'mail',
        session: session.id,
        secure: session.secure,
        from: session.envelope.mailFrom.address,
        args: session.envelope.mailFrom.args || {},
        to,
        base64: Buffer.concat(chunks).toString('base64'),
      });
      if (name === 'unclear') return closeAll();
      if (name === 'slow') return never();
      return done(stream.sizeExceeded ? refusal(552, '5.3.4 too large') : (afterData[name]?.() ?? null));
    });
  },
  onClose: (session) => tell({ event: 'closed', session: session.id }),
});

function closeAll() {
  for (const socket of sockets) socket.destroy();
}

server.server.on('connection', (socket) => {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
});
server.on('error', (error) => tell({ event: 'error', text: error.message }));
server.listen(0, '127.0.0.1', () => tell({ event: 'listening', port: server.server.address().port }));
createInterface({ input: process.stdin })
  .on('line', (line) => {
    if (line === 'drop') closeAll();
  })
  .on('close', () => process.exit(0));
