//! What symbols cost, and that none is impossible.

use constriction::stream::model::{DecoderModel, EncoderModel};
use latent_explorer::uses::compress::buckets::Buckets;
use latent_explorer::uses::compress::normal::{quantile, share_below};
use latent_explorer::uses::compress::symbols::Symbols;

/// Every chance is above 0, they fill the whole, and each place in it tells its symbol.
fn fills_the_whole(symbols: Symbols, levels: u32) {
    let mut from = 0;
    for symbol in 0..levels {
        let (left, chance) = symbols.left_cumulative_and_probability(symbol).unwrap();
        assert_eq!(left, from, "{symbols:?}, {symbol}");
        for place in [left, left + chance.get() - 1] {
            assert_eq!(symbols.quantile_function(place), (symbol, left, chance), "{symbols:?}, {place}");
        }
        from += chance.get();
    }
    assert_eq!(from, 1 << 24);
    assert!(symbols.left_cumulative_and_probability(levels).is_none());
}

#[test]
fn chances_fill_the_whole_however_unlikely_a_symbol_is() {
    fills_the_whole(Symbols::even(2), 2);
    fills_the_whole(Symbols::even(10), 10);
    for one in [0.0, 1e-30, 0.3, 1.0, f64::NAN] {
        fills_the_whole(Symbols::coin(one), 2);
    }
    let buckets = Buckets::new();
    for (mean, sigma) in [(0.0, 1.0), (0.1, 1e-30), (-700.0, 0.1), (5.0, 1e30), (f64::NAN, 1.0)] {
        fills_the_whole(Symbols::whole(mean, sigma, 0.0, 256), 256);
        fills_the_whole(Symbols::whole(mean, sigma, -32_767.0, 65_535), 65_535);
        fills_the_whole(Symbols::between(mean, sigma, &buckets.edges), buckets.count());
    }
}

#[test]
fn bits_are_those_of_the_shares() {
    let close = |actual: f64, expected: f64| assert!((actual - expected).abs() < 1e-3, "{expected}, {actual}");
    close(Symbols::coin(0.25).bits(1), 2.0);
    close(Symbols::coin(0.25).bits(0), (4.0_f64 / 3.0).log2());
    close(Symbols::even(4096).bits(17), 12.0);
    // The share of N(0, 1) within half a unit of 0.
    close(Symbols::whole(3.0, 1.0, -10.0, 21).bits(13), -(0.382_924_922_548_026_f64).log2());
    let buckets = Buckets::new();
    // The prior itself: all buckets cost the same.
    for bucket in [0, 1, 2048, 4095] {
        close(Symbols::between(0.0, 1.0, &buckets.edges).bits(bucket), 12.0);
    }
}

#[test]
fn the_normal_distribution_is_the_table_s() {
    for (x, share) in
        [(0.0, 0.5), (1.0, 0.841_344_746_068_542_9), (-1.959_963_984_540_054, 0.025), (3.0, 0.998_650_101_968_37)]
    {
        assert!((share_below(x) - share).abs() < 1e-14, "{x}");
        assert!((quantile(share) - x).abs() < 1e-11, "{share}");
    }
}
