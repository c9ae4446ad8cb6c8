// The page's strings in English: the shared areas, and one for each feature from its own folder.

import { problems } from '../../../engine/failure/en';
import { codes } from './codes';
import { config } from './config';
import { page } from './page';
import { starting } from './starting';
import { terms } from './terms';
import { unlike } from './unlike';

export const shared = { codes, config, page, problems, starting, terms, unlike };
export type SharedText = typeof shared;

export const features = import.meta.glob('../../../features/*/en.ts', { eager: true, import: 'en' });
