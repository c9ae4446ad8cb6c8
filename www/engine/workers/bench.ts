import { BenchTrainer } from './bench-trainer';
import { serve } from './serve';

serve(new BenchTrainer());
