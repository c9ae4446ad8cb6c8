import { expose } from 'comlink';
import { BenchTrainer } from './bench-trainer';

expose(new BenchTrainer());
