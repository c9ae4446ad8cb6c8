// The texts of what is drawn to be a data set, in the language that is chosen.

import { wordsOf } from '../../../ui/text/panel-words';
import { en, type Words } from './en';
import { zh } from './zh';

export type { Words };

export const words = wordsOf<Words>(en, zh);
