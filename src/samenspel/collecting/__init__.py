"""The facilitator's service: what the app and the commands share of a group that collects its answers.

turn      somebody answers on the facilitator's laptop and hands in; what was interrupted is delivered
files     what a facilitator brings goes into the wave under way. What may not is told, with the remedy
numbers   how many there are of each party; whatever counts, delivers first
forecast  what will be visible with so many people
reveal    what is said before the reveal, and the reveal itself: whoever handed in is in it
version   which version of the questionnaire a new wave asks

Doubles are judged wave by wave: people take the self-test anew for each, and may answer as they did before. What is
done about answers that were given before follows from the way in. A response file has a name of its own, so an old one
is known for certain and refused. A code or a paper form is known by its answers alone: about a code one can ask, and a
form counts and is told.
"""
