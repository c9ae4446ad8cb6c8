import { wordsOf } from '../../../ui/text/panel-words';
import { en, type Words } from './en';
import { zh } from './zh';

export const words = wordsOf<Words>(en, zh);
