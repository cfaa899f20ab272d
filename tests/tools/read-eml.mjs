// Reads messages with a MIME parser that is not ours: one base64 message a line on stdin, one JSON object a line on stdout.
import { createInterface } from 'node:readline';
import PostalMime from 'postal-mime';

const base64 = (bytes) => Buffer.from(bytes).toString('base64');

for await (const line of createInterface({ input: process.stdin })) {
  const mail = await PostalMime.parse(Buffer.from(line, 'base64'), {
    attachmentEncoding: 'arraybuffer',
  });
  console.log(
    JSON.stringify({
      headers: mail.headers.map(({ key, value }) => ({ name: key, value })),
      from: mail.from,
      to: mail.to,
      replyTo: mail.replyTo ?? [],
      subject: mail.subject ?? '',
      messageId: mail.messageId,
      date: mail.date,
      text: mail.text,
      html: mail.html,
      images: mail.attachments.map(({ contentId, mimeType, disposition, content }) => ({
        contentId,
        mimeType,
        disposition,
        base64: base64(content),
      })),
    }),
  );
}
