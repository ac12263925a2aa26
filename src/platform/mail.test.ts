import { expect, test } from 'vitest';
import { openSmtp } from '../../test/smtp-stand-in.ts';
import { openPost } from './mail.ts';

const letter = { to: 'anna@college.example', subject: 'Сбор запросов', text: 'Здравствуйте!\nОткройте ссылку.' };
const mailFrom = 'Наставник <nastavnik@college.example>';

test('a letter reaches the server that the settings name, from the sender they name', async () => {
  const smtp = await openSmtp();
  const post = openPost({ smtpUrl: smtp.url, mailFrom });

  expect(await post.send(letter)).toBe('sent');

  expect(smtp.letters).toMatchObject([{ to: 'anna@college.example' }]);
  expect(smtp.letters[0]?.text).toContain('nastavnik@college.example');
  post.close();
  await smtp.close();
});

test('a box that does not exist is told from a server that does not answer', async () => {
  const smtp = await openSmtp();
  smtp.refuse('nobody@college.example');
  const post = openPost({ smtpUrl: smtp.url, mailFrom });

  expect(await post.send({ ...letter, to: 'nobody@college.example' })).toBe('refused');
  await smtp.close();
  expect(await post.send(letter)).toBe('unreachable');

  post.close();
});
