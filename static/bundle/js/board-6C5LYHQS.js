/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{b as a}from"./board-WPQT2PYZ.js";import"./board-WNHI7QBD.js";import"./board-KPKV7KGC.js";export{a as Page};
