# Figures of SciPy for test/statistics/reference.json: python3 test/statistics/reference.py > test/statistics/reference.json
import json
import numpy as np
import scipy
from scipy import stats
from scipy.stats._resampling import BootstrapResult


def numbers_from(seed):
    """The generator of src/features/monitoring/statistics.ts, so that both draw the same samples."""
    state = seed & 0xFFFFFFFF
    while True:
        state = (state + 0x6D2B79F5) & 0xFFFFFFFF
        mixed = ((state ^ (state >> 15)) * (state | 1)) & 0xFFFFFFFF
        mixed ^= (mixed + (((mixed ^ (mixed >> 7)) * (mixed | 61)) & 0xFFFFFFFF)) & 0xFFFFFFFF
        yield (mixed ^ (mixed >> 14)) & 0xFFFFFFFF


def interval(values, figure, seed, samples):
    n, draw = len(values), numbers_from(seed)
    drawn = np.array([figure(np.array([values[int(next(draw) / 2**32 * n)] for _ in range(n)])) for _ in range(samples)])
    made = BootstrapResult(confidence_interval=None, bootstrap_distribution=drawn, standard_error=None)
    found = stats.bootstrap((np.array(values),), lambda x: figure(x), n_resamples=0, vectorized=False,
                            bootstrap_result=made, method='BCa').confidence_interval
    return [found.low, found.high]


def change(name, values):
    moved = [v for v in values if v != 0]
    tied = len(set(map(abs, moved))) < len(moved)
    if len(moved) > 50:
        p = stats.wilcoxon(values, method='approx', correction=False).pvalue
    elif not tied:
        p = stats.wilcoxon(moved, method='exact').pvalue
    else:  # every way of giving signs to the same sizes
        p = stats.wilcoxon(moved, method=stats.PermutationMethod(n_resamples=np.inf)).pvalue
    ranks = stats.rankdata(np.abs(moved))
    up, down = ranks[np.array(moved) > 0].sum(), ranks[np.array(moved) < 0].sum()
    return dict(name=name, changes=values, p=p, up=up, down=down, median=np.median(values), dz=np.mean(values) / np.std(values, ddof=1),
                rankBiserial=(up - down) / (up + down), meanInterval=interval(values, np.mean, 7, 500),
                medianInterval=interval(values, np.median, 11, 400) if len(values) > 20 and not tied else None)


def groups(name, first, second):
    if len(first) + len(second) > 50:
        test = stats.mannwhitneyu(first, second, method='asymptotic')
    elif len(set(first + second)) == len(first + second):
        test = stats.mannwhitneyu(first, second, method='exact')
    else:
        test = stats.mannwhitneyu(first, second, method=stats.PermutationMethod(n_resamples=np.inf))
    return dict(name=name, first=first, second=second, u=test.statistic, p=test.pvalue)


random = np.random.default_rng(145)
whole = lambda low, high, n: [int(v) for v in random.integers(low, high, n)]
real = lambda middle, n: [round(float(v), 6) for v in random.normal(middle, 1, n)]

print(json.dumps(dict(
    scipy=scipy.__version__,
    changes=[
        change('twelve answers on a scale with ties and zeros', whole(-2, 5, 12)),
        change('nine different changes', real(0.4, 9)),
        change('thirty different changes', real(0.2, 30)),
        change('seventeen changes of one point', [1, 1, 1, -1, 1, 1, 0, 1, -1, 1, 1, 1, 1, -1, 1, 1, 1]),
        change('eighty answers on a scale', whole(-3, 5, 80)),
        change('two hundred different changes', real(0.05, 200)),
    ],
    groups=[
        groups('small, no ties', real(0.5, 8), real(0, 9)),
        groups('small, with ties', whole(1, 6, 7), whole(2, 8, 8)),
        groups('large, with ties', whole(1, 6, 60), whole(1, 7, 45)),
    ],
    normal=[dict(z=z, below=stats.norm.cdf(z)) for z in (-8, -3.3, -1.96, -0.5, 0, 0.1, 1, 2.4, 3.6, 6)],
    quantiles=[dict(part=p, z=stats.norm.ppf(p)) for p in (1e-12, 1e-6, 0.0013, 0.025, 0.3, 0.5, 0.7, 0.975, 0.99999)],
), indent=1))
