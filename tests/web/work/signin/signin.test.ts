import { describe, expect, it } from 'vitest';
import { activationLink } from '../../../../web/work/signin/activationLink';
import { passwordRules } from '../../../../web/work/signin/passwordRules';

const about = {
  userName: 'jana.berg@sparkasse-musterstadt.example',
  institute: 'musterstadt',
  instituteName: 'Sparkasse Musterstadt',
  minimumLength: 12,
};

describe('A new password', () => {
  it('fulfils all rules when it is long, tells no name and is written twice', () => {
    const sentence = 'Sieben Boote im Nebel';
    expect(passwordRules(sentence, sentence, about)).toEqual({
      length: true,
      noName: true,
      same: true,
    });
  });

  it('fulfils none while it is empty', () => {
    expect(passwordRules('', '', about)).toEqual({
      length: false,
      noName: false,
      same: false,
    });
  });

  it.each(['MUSTERSTADT-2026', 'ich bin jana seit 1990', 'meine sparkasse ist gut'])('%s holds a name', (password) => {
    expect(passwordRules(password, password, about).noName).toBe(false);
  });
});

describe('An activation link', () => {
  it('holds institute and token behind its #', () => {
    expect(activationLink('#musterstadt/a%2Bb')).toEqual({
      institute: 'musterstadt',
      token: 'a+b',
    });
  });

  it('may be damaged', () => {
    expect(activationLink('')).toEqual({ institute: '', token: '' });
    expect(activationLink('#x/%E0%A4%A')).toEqual({
      institute: 'x',
      token: '%E0%A4%A',
    });
  });
});
