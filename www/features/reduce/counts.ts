/** Test images, all of which are compared with all, and training images that the axes are found of. */
export const TESTS = 1000;
export const TRAININGS = 5000;
