//! Few rows of choices in which every two choices of every two settings meet.

/// Rows of one choice of each setting, which has so many; `is_possible` says which rows there are at all.
pub fn rows<const N: usize>(choices: [usize; N], is_possible: impl Fn(&[usize; N]) -> bool) -> Vec<[usize; N]> {
    let mut missing: Vec<[(usize, usize); 2]> = vec![];
    for first in 0..N {
        for second in first + 1..N {
            let all = (0..choices[first]).flat_map(|a| (0..choices[second]).map(move |b| (a, b)));
            missing.extend(all.map(|(a, b)| [(first, a), (second, b)]));
        }
    }
    let (mut rows, mut random) = (vec![], 1_u32);
    let mut next = |below: usize| {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (random >> 16) as usize % below
    };
    while let Some(pair) = missing.first().copied() {
        let mut row = || {
            let mut row = choices.map(&mut next);
            pair.iter().for_each(|&(setting, choice)| row[setting] = choice);
            row
        };
        let met = |row: &[usize; N]| missing.iter().filter(|pair| meet(row, pair)).count();
        let possible: Vec<[usize; N]> = (0..200).map(|_| row()).filter(&is_possible).collect();
        match possible.into_iter().max_by_key(met) {
            Some(best) => {
                missing.retain(|pair| !meet(&best, pair));
                rows.push(best);
            }
            // These two never meet.
            None => missing.retain(|other| *other != pair),
        }
    }
    rows
}

fn meet<const N: usize>(row: &[usize; N], pair: &[(usize, usize); 2]) -> bool {
    pair.iter().all(|&(setting, choice)| row[setting] == choice)
}
