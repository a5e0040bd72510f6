"""The tagger in PyTorch: letters + word vectors + lists → BiLSTM → BiLSTM → CRF. Trained here, run elsewhere in numpy."""

from __future__ import annotations

import torch
from torch import Tensor, nn

TAGS = ("O", "B-PERSON", "I-PERSON", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
IMPOSSIBLE = -1e4


def allowed_transitions() -> Tensor:
    """``[tags + 1, tags]``: which tag may follow which; the last row is the start of a sentence."""
    allowed = torch.ones(len(TAGS) + 1, len(TAGS), dtype=torch.bool)
    for j, tag in enumerate(TAGS):
        if tag.startswith("I-"):
            for i, before in enumerate((*TAGS, "START")):
                allowed[i, j] = before[2:] == tag[2:]
    return allowed


class WordInput(nn.Module):
    """Input vector of each distinct word: its vectors, its letters through filters, its list bits and shape."""

    def __init__(self, vector_width: int, extra_width: int, letters: int, letter_width: int, filters: int) -> None:
        super().__init__()
        self.letters = nn.Embedding(letters, letter_width, padding_idx=0)
        self.filters = nn.Conv1d(letter_width, filters, 3, padding=1)
        self.width = vector_width + filters + extra_width

    def forward(self, vectors: Tensor, letters: Tensor, extra: Tensor) -> Tensor:
        spelled = torch.relu(self.filters(self.letters(letters).transpose(1, 2)).max(dim=2).values)
        return torch.cat([vectors, spelled, extra], dim=1)


class Crf(nn.Module):
    """Linear-chain CRF over BIO tags."""

    def __init__(self) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(len(TAGS) + 1, len(TAGS)))
        self.register_buffer("allowed", allowed_transitions())

    def scores(self) -> Tensor:
        return self.transitions.masked_fill(~self.allowed, IMPOSSIBLE)

    def log_partition(self, emissions: Tensor, mask: Tensor) -> Tensor:
        t = self.scores()
        alpha = emissions[:, 0] + t[-1]
        for k in range(1, emissions.shape[1]):
            new = torch.logsumexp(alpha.unsqueeze(2) + t[:-1], dim=1) + emissions[:, k]
            alpha = torch.where(mask[:, k, None], new, alpha)
        return torch.logsumexp(alpha, dim=1)

    def gold(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        t = self.scores()
        emitted = emissions.gather(2, tags.unsqueeze(2)).squeeze(2) * mask
        moved = t[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]
        return emitted.sum(1) + moved.sum(1) + t[-1][tags[:, 0]]

    def loss(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        return (self.log_partition(emissions, mask) - self.gold(emissions, tags, mask)).sum() / mask.sum()

    def marginals(self, emissions: Tensor, mask: Tensor) -> Tensor:
        """``[batch, words, tags]`` through the gradient of the partition."""
        with torch.enable_grad():
            e = emissions.detach().requires_grad_(True)
            (grad,) = torch.autograd.grad(self.log_partition(e, mask).sum(), e)
        return grad

    def decode(self, emissions: Tensor, mask: Tensor) -> list[list[int]]:
        t = self.scores()
        best = emissions[:, 0] + t[-1]
        back = []
        for k in range(1, emissions.shape[1]):
            value, index = (best.unsqueeze(2) + t[:-1]).max(dim=1)
            keep = mask[:, k, None]
            best = torch.where(keep, value + emissions[:, k], best)
            back.append(torch.where(keep, index, torch.arange(len(TAGS)).expand_as(index)))
        out = []
        for b in range(emissions.shape[0]):
            tag = int(best[b].argmax())
            path = [tag]
            for index in reversed(back):
                tag = int(index[b, tag])
                path.append(tag)
            out.append(path[::-1][: int(mask[b].sum())])
        return out


class Tagger(nn.Module):
    """Two BiLSTM layers; the upper one also reads what stands ``beside`` the words: list bits, listed phrases, marks of the rules."""

    def __init__(self, word_input: WordInput, beside: int, lower: int, upper: int, dropout: float) -> None:
        super().__init__()
        self.word_input = word_input
        self.lower = nn.LSTM(word_input.width, lower, batch_first=True, bidirectional=True)
        self.upper = nn.LSTM(2 * lower + beside, upper, batch_first=True, bidirectional=True)
        self.out = nn.Linear(2 * upper, len(TAGS))
        self.crf = Crf()
        self.dropout = dropout

    def emissions(self, distinct: Tensor, index: Tensor, beside: Tensor, lengths: Tensor) -> Tensor:
        """``distinct`` [words, width] are the inputs of the batch's distinct words, ``index`` [batch, n] points into them."""
        x = self._drop(distinct[index])
        lower = self._drop(run_packed(self.lower, x, lengths))
        upper = run_packed(self.upper, torch.cat([lower, beside], dim=2), lengths)
        return self.out(self._drop(upper))

    def _drop(self, x: Tensor) -> Tensor:
        """Dropout that leaves out the same features along a whole sentence."""
        if not self.training or not self.dropout:
            return x
        keep = 1.0 - self.dropout
        return x * (torch.rand(x.shape[0], 1, x.shape[2]) < keep).float() / keep


def run_packed(lstm: nn.LSTM, x: Tensor, lengths: Tensor) -> Tensor:
    packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
    y, _ = nn.utils.rnn.pad_packed_sequence(lstm(packed)[0], batch_first=True, total_length=x.shape[1])
    return y
