# The nearest things that SciPy does, on the same graph. Prints one JSON object of seconds.
import json
import sys
import time

import numpy as np
import scipy
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

path, nodes, listed, core = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
took = {"version": scipy.__version__}


def timed(name, work):
    start = time.perf_counter()
    result = work()
    took[name] = time.perf_counter() - start
    return result


raw = np.fromfile(path, dtype=np.dtype([("owner", "<u4"), ("owned", "<u4"), ("middle", "<f8")]))


def build():
    a = csr_matrix((raw["middle"], (raw["owner"], raw["owned"])), shape=(nodes, nodes))
    # Sizes taken at their middles may exceed the whole, and then no sum of chains need exist.
    sums = np.asarray(a.sum(axis=0)).ravel()
    a.data /= np.maximum(1.0, sums)[a.indices]
    return a


a = timed("build", build)
timed("components", lambda: connected_components(a, directed=True, connection="strong"))


def all_owners():
    is_owned = np.bincount(raw["owned"], minlength=nodes) > 0
    heads, companies = np.flatnonzero(~is_owned), np.flatnonzero(is_owned)
    step = a[companies][:, companies]
    flow = a[heads][:, companies]
    total = flow.copy()
    for _ in range(200):
        flow = flow @ step
        flow.data[flow.data < 1e-12] = 0
        flow.eliminate_zeros()
        if flow.nnz == 0:
            break
        total = total + flow
    return total.nnz


took["owners"] = timed("all_owners", all_owners)


def forward():
    columns = a.T.tocsr()
    inside = np.zeros(nodes)
    inside[np.arange(listed) * 151] = 1.0
    start = time.perf_counter()
    while True:
        now = np.maximum(inside, (columns @ inside >= 0.5).astype(float))
        if (now == inside).all():
            break
        inside = now
    took["forward_loop"] = time.perf_counter() - start
    return int(inside.sum()) - listed


timed("forward", forward)
cells = np.random.default_rng(1).random((core, core)) * 0.0006
held = np.full(core, 0.1)
timed("core", lambda: np.linalg.solve(np.eye(core) - cells, held))
print(json.dumps(took))
