/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{e as o}from"./board-FCOF7MZS.js";import"./board-MPA24WO2.js";import"./board-PLSPXCZQ.js";import"./board-25JJNHAM.js";import"./board-NYSFQMS3.js";export{o as Page};
