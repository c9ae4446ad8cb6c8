import { wordsOf } from '../../../ui/text/panel-words';
import { en } from './en';
import { zh } from './zh';

export const words = wordsOf(en, zh);
