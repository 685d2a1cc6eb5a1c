/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a}from"./board-HKZAT262.js";import"./board-272SCPD7.js";import"./board-2PAXHKWU.js";import"./board-WPQT2PYZ.js";import"./board-WNHI7QBD.js";import"./board-KPKV7KGC.js";export{a as Refusals};
