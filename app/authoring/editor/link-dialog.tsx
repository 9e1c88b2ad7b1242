import { useState } from 'react';
import { messages } from '~/authoring/messages';
import { isSafeAddress } from '~/content/rich-text/safe-address';
import { useTranslator } from '~/i18n/speaking';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/field';
import { Dialog } from './dialog';

interface LinkDialogProps {
  readonly href: string;
  readonly words: string;
  readonly onChoose: (link: { readonly href: string; readonly words: string }) => void;
  readonly onRemove: (() => void) | null;
  readonly onClose: () => void;
}

/** A link's address, judged as it is typed in by the same rule that the server's gate applies. */
export function LinkDialog({ href, words: given, onChoose, onRemove, onClose }: LinkDialogProps) {
  const t = useTranslator(messages);
  const [address, setAddress] = useState(href);
  const [words, setWords] = useState(given);
  const [problem, setProblem] = useState<string>();
  const submit = () => {
    const completed = withScheme(address.trim());
    if (!isSafeAddress(completed)) return setProblem(t('link.refused'));
    onChoose({ href: completed, words: words.trim() || completed });
  };
  const actions = (
    <>
      <Button>{href ? t('dialog.change') : t('dialog.insert')}</Button>
      {onRemove && <Button type="button" kind="danger" onClick={onRemove}>{t('link.remove')}</Button>}
    </>
  );
  return (
    <Dialog title={t('link.dialog')} onClose={onClose} onSubmit={submit} actions={actions}>
      <TextField name="address" inputMode="url" autoComplete="off" maxLength={2000} label={t('link.address')} hint={t('link.address-hint')} error={problem} value={address} onChange={(event) => setAddress(event.target.value)} />
      {given === '' && <TextField name="words" label={t('choose.words')} value={words} onChange={(event) => setWords(event.target.value)} />}
    </Dialog>
  );
}

/** `www.wcoomd.org` is what people type: it means https. */
function withScheme(address: string): string {
  if (/^[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/.test(address)) return `https://${address}`;
  return /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(address) ? `mailto:${address}` : address;
}
