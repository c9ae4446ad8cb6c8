// The state of a page, for tests.

import { createState as create } from '../app/page';
import { rooms } from '../app/rooms';
import { features } from '.';

export const createState = () => create([...rooms, ...features]);
