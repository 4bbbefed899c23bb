"""Muon for the matrices of the layers, AdamW without decay for the rest; masters in fp32."""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn

MATRIX_RATE = 3e-3
OTHER_RATE = 2e-3
DECAY = 0.05
MOMENTUM = 0.95
BETAS = (0.9, 0.95)
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Optimizer:
    """The parameters in fp32 and what is remembered of their gradients; tensors are changed in place."""

    masters: dict[str, Tensor]
    momenta: dict[str, Tensor]
    squares: dict[str, Tensor]

    @classmethod
    def of(cls, network: nn.Module) -> "Optimizer":
        """Before the first step."""
        masters = {name: parameter.detach().float().clone() for name, parameter in network.named_parameters()}
        momenta = {name: torch.zeros_like(master) for name, master in masters.items()}
        squares = {name: torch.zeros_like(master) for name, master in masters.items() if not is_matrix(name, master)}
        return cls(masters, momenta, squares)

    @torch.no_grad()
    def step(self, network: nn.Module, number: int, factor: float) -> None:
        """Follow the gradients of `network`, and forget them; steps are counted from 1."""
        parameters = dict(network.named_parameters())
        gradients = {name: given(parameter).float() for name, parameter in parameters.items()}
        for names in self._alike():
            self._step_matrices(names, gradients, factor * MATRIX_RATE)
        for name in self.squares:
            self._step_other(name, gradients[name], number, factor * OTHER_RATE)
        for name, parameter in parameters.items():
            parameter.copy_(self.masters[name])
            parameter.grad = None

    def _alike(self) -> list[list[str]]:
        """Names of the matrices that have the same sides."""
        groups: dict[tuple[int, ...], list[str]] = {}
        for name, master in self.masters.items():
            if name not in self.squares:
                groups.setdefault(tuple(sorted(master.shape)), []).append(name)
        return list(groups.values())

    def _step_matrices(self, names: list[str], gradients: dict[str, Tensor], rate: float) -> None:
        ahead = []
        for name in names:
            momentum = self.momenta[name].mul_(MOMENTUM).add_(gradients[name])
            ahead.append(wide(gradients[name].add(momentum, alpha=MOMENTUM)))
        for name, direction in zip(names, orthogonal(torch.stack(ahead)), strict=True):
            master = self.masters[name]
            turned = direction if master.shape[0] <= master.shape[1] else direction.T
            master.mul_(1 - DECAY * rate).add_(turned, alpha=-rate * 0.2 * math.sqrt(max(master.shape)))

    def _step_other(self, name: str, gradient: Tensor, number: int, rate: float) -> None:
        first, second = self.momenta[name], self.squares[name]
        first.lerp_(gradient, 1 - BETAS[0])
        second.mul_(BETAS[1]).addcmul_(gradient, gradient, value=1 - BETAS[1])
        scale = (second / (1 - BETAS[1] ** number)).sqrt_().add_(1e-8)
        self.masters[name].addcdiv_(first, scale, value=-rate / (1 - BETAS[0] ** number))


def is_matrix(name: str, parameter: Tensor) -> bool:
    """Is it a matrix of a layer, and not the embedding or a norm?"""
    return parameter.dim() == 2 and not name.startswith("token_embd")


def given(parameter: nn.Parameter) -> Tensor:
    """The gradient, which backward has left."""
    assert parameter.grad is not None
    return parameter.grad


def wide(matrix: Tensor) -> Tensor:
    """The matrix or its transpose, so that there are no more rows than columns."""
    return matrix if matrix.shape[0] <= matrix.shape[1] else matrix.T


def orthogonal(matrices: Tensor) -> Tensor:
    """Nearly the nearest matrices with orthonormal rows: five rounds of Newton and Schulz."""
    x = matrices.bfloat16()
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for _ in range(ROUNDS):
        square = x @ x.transpose(1, 2)
        x = torch.baddbmm(x, torch.baddbmm(square, square, square, beta=-4.775, alpha=2.0315), x, beta=3.4445)
    return x.float()
